import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PrintContent } from '../../electron/core/visit.ts';

/** The assets as they lie in the source. */
export const assets = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'assets');

/** Invented people, one for each script, each with a code of their own. */
export const people = [
  { script: 'Latin', visitor: 'Anna Lindström', company: 'Nordlys Design AB', code: 'FJUEIW' },
  { script: 'Vietnamese', visitor: 'Nguyễn Thị Ánh Đặng', company: 'Công ty Hạnh Phúc', code: 'K2M4P6' },
  { script: 'Polish', visitor: 'Łukasz Żółć', company: 'Ględźba i Źdźbło', code: 'PQRSTU' },
  { script: 'Greek', visitor: 'Ελένη Παπαδοπούλου', company: 'Καλημέρα', code: 'GREEK1' },
  { script: 'Cyrillic', visitor: 'Ірина Щедрик', company: 'Зоря', code: 'CYR111' },
  { script: 'Traditional Chinese', visitor: '陳大文', company: '快樂有限公司', code: 'TC0001' },
  { script: 'Simplified Chinese', visitor: '陈晓丽', company: '快乐有限公司', code: 'SC0002' },
  { script: 'Japanese', visitor: '山田さくら', company: '株式会社しあわせ・デザイン', code: 'JP0003' },
  { script: 'Korean', visitor: '김민준', company: '행복 주식회사', code: 'KR0004' },
  { script: 'Arabic', visitor: 'محمد عبد الرحمن', company: 'شركة النور للتجارة', code: 'AR0005' },
  { script: 'Hebrew', visitor: 'דוד כהן-לוי', company: 'חברת האור (2020) Ltd.', code: 'HE0006' },
  { script: 'Thai', visitor: 'อรุณี ศรีสุขน้ำเพชร', company: 'บริษัท น้ำใจไทย จำกัด', code: 'TH0007' },
  { script: 'Devanagari', visitor: 'प्रिया शर्मा', company: 'क्षत्रिय इंडस्ट्रीज़', code: 'HI0008' },
] as const;

/** A badge with every place filled. */
export function content(over: Partial<PrintContent> = {}): PrintContent {
  return {
    kind: 'badge',
    visitor: 'Anna Lindström',
    company: 'Nordlys Design AB',
    host: 'Clara Mendes',
    date: 'Sun, 22 November 2026',
    time: '09:30',
    place: 'Tower A · 3 · Orchid',
    site: 'Happy Ltd.',
    code: 'FJUEIW',
    ...over,
  };
}
