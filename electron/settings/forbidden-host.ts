/** Where clouds answer with credentials, besides 169.254.169.254: names, AWS and Google over IPv6, Alibaba, Azure, Oracle. */
const metadata = [
  ...['metadata', 'metadata.google.internal', 'instance-data', 'instance-data.ec2.internal'],
  ...['[fd00:ec2::254]', '[fd20:ce::254]', '100.100.100.200', '168.63.129.16', '192.0.0.192'],
];

/** Whether a host, in URL's one spelling, is a link-local address (RFC 3927: 169.254.0.0/16, RFC 4291: fe80::/10) or where clouds keep credentials. */
export function isForbiddenHost(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '');
  return metadata.includes(ipv4Within(host)) || /^169\.254\./.test(ipv4Within(host)) || /^\[fe[89ab][0-9a-f]:/.test(host);
}

/** The IPv4 address within an IPv6 one that only wraps it (`::ffff:`, RFC 4291 2.5.5.2; NAT64's `64:ff9b::`, RFC 6052 2.1), else the host as it is. */
function ipv4Within(host: string): string {
  const [, high, low] = /^\[(?:::ffff|64:ff9b:):([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(host) ?? [];
  if (high === undefined || low === undefined) return host;
  const numbers = [high, low].flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255]);
  return numbers.join('.');
}
