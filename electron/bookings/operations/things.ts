import { deviceSchema, deviceSentSchema } from '../schemas/device.ts';
import { controllerSchema, tagAnswerSchema, tagStatusSchema } from '../schemas/e-paper.ts';
import { pageSchema, readablePageSchema } from '../schemas/page.ts';
import { sensorAnswerSchema, sensorDataSchema } from '../schemas/sensor.ts';
import { serviceItemSchema } from '../schemas/service-item.ts';
import { type Operation, paged } from './operation.ts';

/** ServiceItem, IotDevice, IotSensorData, EPaperController: what is offered, and the machines that the site knows of. */
export const thingOperations = {
  'serviceItem.get': {
    section: 'ServiceItem',
    title: 'Get service item by id',
    isRead: true,
    method: 'GET',
    path: '/API/external/serviceItem/v1/{id}',
    segments: ['id'],
    query: {},
    answer: serviceItemSchema,
  },
  'serviceItem.search': {
    section: 'ServiceItem',
    title: 'Search service items by pagination',
    isRead: true,
    method: 'GET',
    path: '/API/external/serviceItem/v1',
    segments: [],
    query: { id: 'ids', type: ['betweenBooking', 'afterBooking'], servicePlanId: 'ids', searchText: 'text', ...paged },
    answer: readablePageSchema(serviceItemSchema),
  },
  'iotSensorData.post': {
    section: 'IotSensorData',
    title: 'Post occupancy sensor data',
    isRead: false,
    method: 'POST',
    path: '/API/external/iotSensorData/v1',
    segments: [],
    query: {},
    body: sensorDataSchema,
    answer: sensorAnswerSchema,
  },
  'iotDevice.search': {
    section: 'IotDevice',
    title: 'Search iot devices by pagination',
    isRead: true,
    method: 'GET',
    path: '/API/external/iotDevice/v1',
    segments: [],
    query: { id: 'ids', accessId: 'ids', searchText: 'text', bookableResourceId: 'idsOrNull', isDeleted: 'flag', ...paged },
    answer: pageSchema(deviceSchema),
  },
  'iotDevice.create': {
    section: 'IotDevice',
    title: 'Create iot device',
    isRead: false,
    method: 'POST',
    path: '/API/external/iotDevice/v1',
    segments: [],
    query: {},
    body: deviceSentSchema,
    answer: deviceSchema,
  },
  'iotDevice.update': {
    section: 'IotDevice',
    title: 'Update iot device',
    isRead: false,
    // The page prints no method here; PUT is inferred.
    method: 'PUT',
    path: '/API/external/iotDevice/v1/{id}',
    segments: ['id'],
    query: {},
    body: deviceSentSchema,
    answer: deviceSchema,
  },
  'iotDevice.get': {
    section: 'IotDevice',
    title: 'Get iot device by id',
    isRead: true,
    method: 'GET',
    path: '/API/external/iotDevice/v1/{id}',
    segments: ['id'],
    query: {},
    answer: deviceSchema,
  },
  'ePaperController.get': {
    section: 'EPaperController',
    // Copied on the vendor's page from Building, like the next two.
    title: 'Get building by id',
    isRead: true,
    method: 'GET',
    path: '/API/external/ePaperController/v1/{id}',
    segments: ['id'],
    query: {},
    answer: controllerSchema,
  },
  'ePaperController.search': {
    section: 'EPaperController',
    title: 'Search building by pagination',
    isRead: true,
    method: 'GET',
    path: '/API/external/ePaperController/v1',
    segments: [],
    query: { id: 'ids', isDeleted: 'flag', type: ['qbicGateway', 'MinewServer'], searchText: 'text', ...paged },
    answer: readablePageSchema(controllerSchema),
  },
  'ePaperController.updateTagStatus': {
    section: 'EPaperController',
    title: 'Search building by pagination',
    isRead: false,
    // The page prints no method here; POST is inferred.
    method: 'POST',
    path: '/API/external/ePaperController/v1/updateTagStatus',
    segments: [],
    query: {},
    body: tagStatusSchema,
    answer: tagAnswerSchema,
  },
} as const satisfies Record<string, Operation>;
