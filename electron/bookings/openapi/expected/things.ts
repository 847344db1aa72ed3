import { serviceTypes } from '../../schemas/service-item.ts';
import { type Expected, type Fields, identifier, objectOf, pageOf, reference } from './field.ts';

const serviceItem: Fields = {
  id: { ...identifier, like: ['serviceItemId'] },
  name: { reads: 'any', stated: true, needed: true, like: ['displayName', 'serviceItemName', 'title'] },
  description: { reads: 'any', stated: true, like: ['descriptions'] },
  type: { reads: 'text', stated: true, like: ['serviceType', 'serviceItemType'], names: serviceTypes },
  isDeleted: { reads: 'flag', stated: true, like: ['deleted'] },
  actualAssignedUsers: { reads: 'list', stated: true },
};

const device: Fields = {
  id: { ...identifier, also: ['deviceId'], like: ['iotDeviceId'] },
  accessId: { reads: 'text', stated: true, needed: true, like: ['deviceAccessId', 'accessIdentifier'] },
  name: { reads: 'text', also: ['displayName'], stated: true, like: ['deviceName'] },
  bookableResource: { reads: 'row', also: ['bookableResourceId'], stated: true, like: ['resource'], under: reference },
  isDeleted: { reads: 'flag', stated: true, like: ['deleted'] },
};

const receipt: Fields = {
  deviceId: { reads: 'id', stated: true, like: ['iotDeviceId'] },
  timestamp: { reads: 'moment', stated: true, like: ['time', 'receivedAt'] },
  data: { reads: 'row', stated: true },
};

const tag: Fields = {
  ePaperTagId: { reads: 'id', also: ['tagId', 'id'] },
  name: { reads: 'text', also: ['displayName'] },
  batteryLevel: { reads: 'number', also: ['battery'] },
  screenSize: { reads: 'number' },
  isOnline: { reads: 'flag', also: ['online'] },
};

const controller: Fields = {
  id: { ...identifier, like: ['ePaperControllerId', 'controllerId'] },
  name: { reads: 'text', also: ['displayName'], stated: true, needed: true, like: ['controllerName'] },
  displayLanguage: { reads: 'text', stated: true, like: ['language'] },
  tags: { reads: 'list', also: ['ePaperTags'], stated: true, needed: true, like: ['tagList'], under: tag },
};

/** What ServiceItem, IotDevice, IotSensorData and EPaperController answer. */
export const thingAnswers = {
  'serviceItem.get': objectOf(serviceItem),
  'serviceItem.search': pageOf(serviceItem),
  'iotSensorData.post': objectOf(receipt),
  'iotDevice.search': pageOf(device),
  'iotDevice.create': objectOf(device),
  'iotDevice.update': objectOf(device),
  'iotDevice.get': objectOf(device),
  'ePaperController.get': objectOf(controller),
  'ePaperController.search': pageOf(controller),
  'ePaperController.updateTagStatus': objectOf({
    isSuccess: { reads: 'flag', stated: true, needed: true, like: ['success', 'succeeded', 'isSuccessful'] },
  }),
} as const satisfies Record<string, Expected>;
