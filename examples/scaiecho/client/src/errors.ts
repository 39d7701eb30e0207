export class EchoError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What to tell the person in front of the microphone. */
export function explain(error: EchoError): string {
  switch (error.code) {
    case 'SCAIECHO_BACKEND_UNAVAILBLE':
      return 'No transcription service is free right now. Your administrator can allow another one.';
    case 'SCAIECHO_SPEAKER_PREFLIGHT_FAILED':
      return 'The voice sample is too short or too noisy. Record it again in a quiet room.';
    case 'SCAIECHO_WEBRTC_SESSION_STATE_LOST':
      return 'The call was interrupted. Connecting again.';
    default:
      return error.message;
  }
}

export function explainClose(event: CloseEvent): string | undefined {
  if (event.code === 4401) return 'Sign in again.';
  if (event.code === 4403) return 'Your role does not include live transcription.';
  return undefined;
}
