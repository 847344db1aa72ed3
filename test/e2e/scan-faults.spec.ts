import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FakeCameras, fakeCameras } from '../fakes/cameras.ts';
import { expect, type Kiosk, test } from './kiosk.ts';
import { press, seeHeading } from './visitor.ts';

const url = 'https://visit.example/v?code=FJUEIW';
const patience = { timeout: 20_000 };

/** The states of the camera that staff can read in the log, in their order. */
const told = ({ data }: Kiosk): string[] =>
  [...readFileSync(join(data, 'foyer.log'), 'utf8').matchAll(/"event":"camera".*?"state":"(\w+)"/g)].map(
    ([, state]) => state ?? '',
  );

async function open(start: () => Promise<Kiosk>): Promise<{ kiosk: Kiosk; cameras: FakeCameras }> {
  const kiosk = await start();
  await kiosk.page.locator('.stage').waitFor();
  return { kiosk, cameras: await fakeCameras(kiosk.page, url) };
}

test('a camera whose picture is gone is left for the next one, and staff are told', async ({ start }) => {
  const { kiosk, cameras } = await open(() => start({ environment: { FOYER_DEMO: '1' } }));
  const { page } = kiosk;
  await press(page, 'Check in');
  await page.locator('.viewfinder.working').waitFor();
  expect(await cameras.open()).toEqual(['front']);

  await test.step('black', async () => {
    await cameras.mood('front', 'black');
    await expect.poll(cameras.open, patience).toEqual(['back']);
    expect(told(kiosk)).toContain('black');
  });
  await test.step('frozen: the same pixels again and again', async () => {
    await cameras.mood('front', 'room');
    // It is known to have noise by now.
    await page.waitForTimeout(1_500);
    await cameras.mood('back', 'frozen');
    await expect.poll(cameras.open, patience).toEqual(['front']);
    expect(told(kiosk)).toContain('frozen');
  });
  await test.step('silent: no frame comes any more', async () => {
    await cameras.mood('back', 'room');
    await page.waitForTimeout(500);
    await cameras.mood('front', 'silent');
    await expect.poll(cameras.open, patience).toEqual(['back']);
  });
  await test.step('unplugged', async () => {
    await cameras.mood('front', 'code');
    await cameras.unplug('back');
    await expect.poll(() => told(kiosk), patience).toContain('lost');
  });
  await test.step('and the one that took its place reads the code, and goes dark with the screen', async () => {
    await seeHeading(page, 'Are you Amélie L.?');
    await expect.poll(cameras.open).toEqual([]);
  });
});

// What the page makes of it is the same in both hosts, and it takes long: in the browser host alone.
const inBrowser = { tag: '@browser' };

test(
  'a camera that cannot be had: the screen says so, typing goes on, and it comes back by itself',
  inBrowser,
  async ({ start }) => {
    const { kiosk, cameras } = await open(() => start({ environment: { FOYER_DEMO: '1' } }));
    const { page } = kiosk;
    for (const [answer, state] of [
      ['NotFoundError', 'none'],
      ['NotAllowedError', 'denied'],
      ['NotReadableError', 'busy'],
    ] as const) {
      await test.step(state, async () => {
        await cameras.answer(answer);
        await press(page, 'Check in');
        await seeHeading(page, 'Please type your code');
        await expect.poll(() => told(kiosk)).toContain(state);
        await page.getByRole('button', { name: 'Type the code' }).waitFor();
        if (state !== 'busy') await press(page, 'Back');
      });
    }
    await test.step('both black: none is worth showing', async () => {
      for (const camera of ['front', 'back'] as const) await cameras.mood(camera, 'black');
      await cameras.answer('given');
      await expect.poll(() => told(kiosk), { timeout: 30_000 }).toContain('black');
    });
    await test.step('back again', async () => {
      await cameras.mood('back', 'code');
      await seeHeading(page, 'Are you Amélie L.?');
    });
  },
);

test('a code that is none of ours is told so on the spot, as often as it is shown', async ({ start }) => {
  const { page } = await start({ environment: { FOYER_DEMO: '1' } });
  await page.locator('.stage').waitFor();
  const cameras = await fakeCameras(page, 'WIFI:S:guest;T:WPA;P:secret12;;');
  await cameras.mood('front', 'code');
  await press(page, 'Check in');
  await expect(page.getByText('This is not a visit code.')).toBeVisible(patience);
  await seeHeading(page, 'Please show the code from your invitation');
  await cameras.mood('front', 'room');
  await expect(page.getByText('Hold it in front of the camera')).toBeVisible(patience);
});
