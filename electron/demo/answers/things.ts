import type { thingOperations } from '../../bookings/operations/things.ts';
import { localIso } from '../../bookings/schemas/moment.ts';
import { resources } from '../places.ts';
import { admits, epochOf, mentions } from '../query.ts';
import { fine, found, invalid, pageOf, problem, type Reply } from '../reply.ts';
import { services } from '../services.ts';
import { controllerView, deviceView, receiptView, serviceView } from '../thing-views.ts';
import type { Answers } from './asked.ts';

/** ServiceItem, IotDevice, IotSensorData, EPaperController. */
export const thingAnswers: Answers<keyof typeof thingOperations> = {
  'serviceItem.get': ({ id }) => found(services.filter((service) => service.id === Number(id)).map(serviceView)[0]),

  'serviceItem.search': ({ values }) => {
    const rows = services
      .filter((service) => admits(values['id'], service.id) && admits(values['type'], service.type))
      .filter((service) => admits(values['servicePlanId'], service.planId))
      .filter(({ name }) => {
        return mentions(
          values['searchText'],
          name.map(({ text }) => text),
        );
      })
      .map(serviceView);
    return pageOf(rows, values);
  },

  'iotSensorData.post': ({ body, site }) => {
    if (body.timestamp !== null && epochOf(body.timestamp) === undefined)
      return invalid({ timestamp: ['The value is not a date.'] });
    const device = site.devices.note(body.accessId, body.data, body.timestamp ?? localIso(site.at));
    return found(device && receiptView(device));
  },

  'iotDevice.search': ({ values, site }) => {
    const rows = site.devices
      .list()
      .filter((device) => admits(values['id'], device.id) && admits(values['accessId'], device.accessId))
      .filter((device) => admits(values['bookableResourceId'], device.resourceId) && admits(values['isDeleted'], device.isDeleted))
      .filter((device) => mentions(values['searchText'], [device.name]));
    return pageOf(rows.map(deviceView), values);
  },

  'iotDevice.create': ({ body, site }) => {
    const fault = unknownResource(body.bookableResource);
    if (fault) return fault;
    const device = site.devices.create(body);
    return device ? fine(deviceView(device)) : problem(409, 'Another device has this access id.');
  },

  'iotDevice.update': ({ id, body, site }) => {
    const fault = unknownResource(body.bookableResource);
    if (fault) return fault;
    const device = site.devices.update(Number(id), body);
    return found(device && deviceView(device));
  },

  'iotDevice.get': ({ id, site }) => {
    return found(
      site.devices
        .list()
        .filter((device) => String(device.id) === id)
        .map(deviceView)[0],
    );
  },

  'ePaperController.get': ({ id, site }) => {
    return found(
      site.signs
        .controllers()
        .filter((controller) => controller.id === Number(id))
        .map(controllerView)[0],
    );
  },

  'ePaperController.search': ({ values, site }) => {
    const rows = site.signs
      .controllers()
      .filter((controller) => admits(values['id'], controller.id) && admits(values['type'], controller.type))
      .filter((controller) => admits(values['isDeleted'], false) && mentions(values['searchText'], [controller.name]));
    return pageOf(rows.map(controllerView), values);
  },

  'ePaperController.updateTagStatus': ({ body, site }) => fine({ isSuccess: site.signs.note(body) }),
};

function unknownResource(resource: { readonly id: number | string } | undefined): Reply | undefined {
  if (!resource || resources.some(({ id }) => String(id) === String(resource.id))) return undefined;
  return invalid({ 'bookableResource.id': ['There is no such resource.'] });
}
