import { describe, expect, it, onTestFinished } from 'vitest';
import { placesFrom, settingsOf } from '../../electron/host/surroundings.ts';

describe('settingsOf', () => {
  it('DAT-4 takes what is secret out of the environment, so that nothing that is started inherits it', () => {
    const set = {
      FOYER_SERVER: 'https://bookings.example',
      FOYER_TOKEN: 'canary-token',
      FOYER_KEY: 'file',
      FOYER_PROXY: 'http://kiosk:canary-password@proxy.example:3128',
      FOYER_WEBHOOK: 'https://events.example/foyer?key=canary-key',
      FOYER_WEBHOOK_SECRET: 'canary-secret-of-32-characters-or-more',
      FOYER_MAIL: 'smtps://foyer:canary-password@mail.example',
      FOYER_MAIL_FROM: 'reception@example.org',
    };
    const before = Object.fromEntries(Object.keys(set).map((name) => [name, process.env[name]]));
    onTestFinished(() => {
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    });
    Object.assign(process.env, set);
    const settings = settingsOf('browser', []);
    expect(settings).toMatchObject({ ok: true, value: { server: { token: 'canary-token' } } });
    expect(JSON.stringify(process.env)).not.toContain('canary-');
    expect(process.env['FOYER_SERVER']).toBe(set.FOYER_SERVER);
  });

  it('DAT-4 takes the token from no flag', () => {
    expect(settingsOf('browser', ['--token', 'canary-token'])).toMatchObject({ ok: false, fault: { name: '--token' } });
  });
});

describe('placesFrom', () => {
  it('finds what is built beside the entry, and the assets outside of a packed archive', () => {
    expect(placesFrom('/opt/foyer/dist/main')).toEqual({
      renderer: '/opt/foyer/dist/renderer',
      preload: '/opt/foyer/dist/main/preload.cjs',
      assets: '/opt/foyer/assets',
    });
    expect(placesFrom('/opt/resources/app.asar/dist/main').assets).toBe('/opt/resources/app.asar.unpacked/assets');
  });
});
