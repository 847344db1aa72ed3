import { readBarcodes } from 'zxing-wasm/reader';
import { startFakeBookings } from '../fakes/bookings.ts';
import { startFakePrinter } from '../fakes/printer.ts';
import { expect, test } from './kiosk.ts';
import { checkInByTyping, press, typeCode } from './visitor.ts';
