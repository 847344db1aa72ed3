import { describe, expect, it } from 'vitest';
import { repeatWindow, withoutRepeats } from '../../../renderer/scan/repeat.ts';

function scanner() {
  const passed: string[] = [];
  let now = 10_000;
  const isNew = withoutRepeats(() => now);
  const see = (text: string) => {
    if (isNew(text)) passed.push(text);
  };
  return {
    passed,
    see,
    later: (ms: number) => {
      now += ms;
    },
  };
}

describe('the same code in front of the camera', () => {
  it('is one scan for five seconds', () => {
    const { passed, see, later } = scanner();
    for (let frame = 0; frame < 49; frame++) {
      see('FJUEIW');
      later(100);
    }
    expect(passed).toEqual(['FJUEIW']);
  });

  it('is heard again afterwards, even if it never left', () => {
    const { passed, see, later } = scanner();
    see('FJUEIW');
    later(repeatWindow - 1);
    see('FJUEIW');
    later(1);
    see('FJUEIW');
    expect(passed).toEqual(['FJUEIW', 'FJUEIW']);
  });

  it('does not keep another code waiting', () => {
    const { passed, see } = scanner();
    see('FJUEIW');
    see('KWMTRA');
    see('FJUEIW');
    expect(passed).toEqual(['FJUEIW', 'KWMTRA', 'FJUEIW']);
  });
});
