import { beforeEach, describe, expect, it } from 'vitest';
import type { LobbyScreen } from '../../electron/contract/lobby.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { forget, nextTextSize, nextTheme, receive, resetComfort, useScreen } from '../../renderer/store.ts';

const welcome: LobbyScreen = { kind: 'welcome' };
const typing: LobbyScreen = { kind: 'type', purpose: 'checkIn' };
const confirm: LobbyScreen = {
  kind: 'confirm',
  visit: { name: 'Canary K.', company: 'Canary Ltd.', from: '2026-11-22T09:00:00+08:00', to: '2026-11-22T10:00:00+08:00' },
};
const snapshot = (number: number, screen: LobbyScreen): Snapshot => ({ number, language: 'en', screen });
const held = () => useScreen.getState();

beforeEach(() => forget());

describe('the mirror of main', () => {
  it('shows the newest snapshot', () => {
    receive(snapshot(1, welcome));
    receive(snapshot(2, typing));
    expect(held().snapshot).toEqual(snapshot(2, typing));
  });

  it('ignores an older number, and takes the same one again', () => {
    receive(snapshot(7, typing));
    receive(snapshot(6, confirm));
    expect(held().snapshot?.screen).toEqual(typing);
    receive({ ...snapshot(7, typing), language: 'zh-Hant' });
    expect(held().snapshot?.language).toBe('zh-Hant');
  });

  it('starts over after main was lost: a new run counts from the start again', () => {
    receive(snapshot(900, confirm));
    forget();
    expect(JSON.stringify(held())).not.toContain('Canary');
    receive(snapshot(0, welcome));
    expect(held().snapshot?.number).toBe(0);
  });
});

describe('what is of the screen alone', () => {
  it('WIN-10 nothing of the visitor is left in the store when welcome returns', () => {
    receive(snapshot(1, typing));
    useScreen.setState({ typed: 'CANARY', theme: 'contrast', textSize: 2, lowControls: true, helpOpen: true });
    receive(snapshot(2, confirm));
    receive(snapshot(3, welcome));
    expect(JSON.stringify(held())).not.toMatch(/canary/i);
    expect(held()).toMatchObject({ typed: '', theme: 'light', textSize: 1, lowControls: false, helpOpen: false });
  });

  it('keeps what is half typed while the same screen is sent again, and not on the next screen', () => {
    receive(snapshot(1, typing));
    useScreen.setState({ typed: 'FJU' });
    receive({ ...snapshot(2, typing), warning: { seconds: 20 } });
    expect(held().typed).toBe('FJU');
    receive(snapshot(3, { kind: 'lookingUp', purpose: 'checkIn' }));
    expect(held().typed).toBe('');
  });

  it('keeps how a person wants the screen drawn through their session, from the first touch on welcome', () => {
    receive(snapshot(1, welcome));
    useScreen.setState({ theme: 'contrast', textSize: 1.5 });
    receive({ ...snapshot(2, welcome), language: 'zh-Hans' });
    receive(snapshot(3, typing));
    expect(held()).toMatchObject({ theme: 'contrast', textSize: 1.5 });
  });

  it('closes help when another screen or the warning comes, so that it covers neither', () => {
    receive(snapshot(1, typing));
    useScreen.setState({ helpOpen: true });
    receive(snapshot(2, typing));
    expect(held().helpOpen).toBe(true);
    receive({ ...snapshot(3, typing), warning: { seconds: 20 } });
    expect(held().helpOpen).toBe(false);
    useScreen.setState({ helpOpen: true });
    receive(snapshot(4, confirm));
    expect(held().helpOpen).toBe(false);
  });

  it('takes it back when asked to', () => {
    useScreen.setState({ theme: 'dark', textSize: 2, lowControls: true, helpOpen: true });
    resetComfort();
    expect(held()).toMatchObject({ theme: 'light', textSize: 1, lowControls: false, helpOpen: false });
  });

  it('has high contrast one touch from the start, and every choice comes round', () => {
    expect(nextTheme.light).toBe('contrast');
    expect(nextTheme[nextTheme[nextTheme.light]]).toBe('light');
    expect(nextTextSize[nextTextSize[nextTextSize[1]]]).toBe(1);
  });
});
