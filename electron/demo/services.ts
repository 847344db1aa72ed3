import type { Localized } from '../core/visit.ts';
import { receptionist } from './people.ts';
import { texts } from './places.ts';

/** Something that Happy Ltd. offers in its rooms; `planId` is the service plan that it belongs to. */
export interface DemoService {
  readonly id: number;
  readonly planId: number;
  readonly type: 'betweenBooking' | 'afterBooking';
  readonly name: Localized;
  readonly description: Localized;
  readonly userIds: readonly number[];
}

const service = (
  id: number,
  planId: number,
  name: Localized,
  description: Localized,
  type: DemoService['type'] = 'betweenBooking',
): DemoService => ({ id, planId, type, name, description, userIds: [receptionist.id] });

const [drinks, equipment, help, rooms] = [1, 2, 3, 4];

/** What is offered, drinks first. */
export const services: readonly DemoService[] = [
  service(1, drinks, texts('Coffee', '咖啡', '咖啡'), texts('With or without milk', '可加奶', '可加奶')),
  service(2, drinks, texts('Tea', '茶', '茶'), texts('Jasmine, black or mint', '茉莉花茶、紅茶或薄荷茶', '茉莉花茶、红茶或薄荷茶')),
  service(3, drinks, texts('Water', '清水', '水'), texts('Still, at room temperature', '室溫蒸餾水', '常温纯净水')),
  service(4, equipment, texts('Projector', '投影機', '投影仪'), texts('Set up in your room', '在會議室內設置', '在会议室内设置')),
  service(
    5,
    help,
    texts('Help with parking', '泊車協助', '停车协助'),
    texts('A place in our garage', '安排停車場車位', '安排车库车位'),
  ),
  service(
    6,
    help,
    texts('Step-free way', '無障礙通道', '无障碍通道'),
    texts('We show you the lift', '我們帶您乘搭升降機', '我们带您乘坐电梯'),
  ),
  service(7, help, texts('Luggage', '寄存行李', '寄存行李'), texts('Kept at reception', '寄存於接待處', '寄存在接待处')),
  service(
    8,
    rooms,
    texts('Room tidied', '會議室清潔', '会议室清洁'),
    texts('After the meeting', '會議結束後', '会议结束后'),
    'afterBooking',
  ),
];

/** Ids of what a visitor may ask for at the demo's kiosk. */
export const offered: readonly number[] = [1, 2, 3, 5];
