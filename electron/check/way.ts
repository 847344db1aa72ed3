import type { Settings } from '../settings/settings.ts';

/** How the server is reached, in words. */
export interface Way {
  readonly server: string;
  readonly demo: boolean;
  readonly tls: string;
  readonly proxy: string;
}

/** The way to a server. A proxy is named without the name and password that its address may hold. */
export function wayTo(url: URL, { demo, ca, proxy }: Pick<Settings, 'demo' | 'ca' | 'proxy'>): Way {
  const certificates = ca?.match(/-----BEGIN CERTIFICATE-----/g)?.length ?? 0;
  const isPlain = url.protocol === 'http:';
  const authorities = `the authorities that come with Node${certificates > 0 ? ` and ${certificates} of FOYER_CA` : ''}`;
  return {
    server: `${url.origin}${url.pathname.replace(/\/+$/, '')}`,
    demo,
    tls: isPlain ? 'plain http, which never leaves this machine' : `TLS 1.2 or newer, certificate checked against ${authorities}`,
    proxy: proxy && !isPlain ? `through the proxy ${proxy.host}` : 'without a proxy',
  };
}
