import type { DeskScreen } from '../../../electron/contract/desk.ts';
import type { Told } from '../causes/words.ts';

/** Something that whoever is at the desk is to know. */
export type Notice = DeskScreen['notices'][number];
/** What whoever is at the desk is to know, whatever page they look at, in one language. */
export type NoticeWords = Readonly<Record<Notice, Told>>;
