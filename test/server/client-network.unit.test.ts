import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { networkOf, networkReader } from '../../server/client-network.js';

describe('networkOf', () => {
  test.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:DB8:12:34:5:6:7:8', '2001:db8:12:34::/64'],
    ['2001:db8:12:34::1', '2001:db8:12:34::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('counts %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('networkReader', () => {
  test.each([
    [false, '203.0.113.9', '172.30.36.10'],
    ['172.30.36.10', '203.0.113.9', '203.0.113.9'],
    ['172.30.36.10, 172.30.36.11', '6.6.6.6, 203.0.113.9', '203.0.113.9'],
    ['172.30.36.99', '203.0.113.9', '172.30.36.10'],
  ] as const)('believes, of %s, the forwarded %s: %s', (trustProxy, forwarded, address) => {
    const socket = new Socket();
    Object.defineProperty(socket, 'remoteAddress', { value: '172.30.36.10' });
    const request = new IncomingMessage(socket);
    request.headers['x-forwarded-for'] = forwarded;

    expect(networkReader(trustProxy)(request)).toBe(address);
  });
});
