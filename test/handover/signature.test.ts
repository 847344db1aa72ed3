import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSigner } from '../../electron/handover/signature.ts';

it('signs as Standard Webhooks does: the vector of its own libraries', () => {
  const sign = createSigner('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  expect(sign('msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}')).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

it.each(['5f'.repeat(32), `whsec_${'!'.repeat(40)}`])('%s is no base64 key and is the key as it stands', (secret) => {
  const expected = createHmac('sha256', secret).update('e-1.7.{"name":"茉莉"}').digest('base64');
  expect(createSigner(secret)('e-1', 7, '{"name":"茉莉"}')['webhook-signature']).toBe(`v1,${expected}`);
});

it('another secret, id, time or body is another signature', () => {
  const one = createSigner('a'.repeat(32));
  const signatures = [
    one('e-1', 7, '{}'),
    one('e-2', 7, '{}'),
    one('e-1', 8, '{}'),
    one('e-1', 7, '{ }'),
    createSigner('b'.repeat(32))('e-1', 7, '{}'),
  ].map((headers) => headers['webhook-signature']);
  expect(new Set(signatures).size).toBe(5);
});
