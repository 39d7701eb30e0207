/** Query parameter first, then the environment. Pages on HTTPS may only open wss. */
export function resolveLiveKitUrl(location = window.location) {
  const fromQuery = new URLSearchParams(location.search).get('livekitUrl');
  const configured = process.env.REACT_APP_LIVEKIT_WS_URL || 'ws://10.20.4.17:7880';
  const url = new URL(fromQuery || configured);
  if (location.protocol === 'https:') {
    url.protocol = 'wss:';
  }
  return url.toString();
}
