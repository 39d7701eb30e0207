const parentOrigins = process.env.REACT_APP_ALLOWED_PARENT_ORIGINS.split(',');

let sessionId = new URLSearchParams(window.location.search).get('sessionId');

/** The page around the iframe sends the session id; messages from origins that are not listed are dropped. */
export function listenForSession(onSession) {
  const receive = (event) => {
    if (!parentOrigins.includes(event.origin) || event.data?.type !== 'session') {
      return;
    }
    sessionId = event.data.sessionId;
    onSession(sessionId);
  };
  window.addEventListener('message', receive);
  return () => window.removeEventListener('message', receive);
}

export function correlationHeaders() {
  return sessionId ? { 'X-Session-Id': sessionId } : {};
}
