export { showCaptions } from './captions';
export { dictate, type Delta } from './dictation';
export { explain } from './errors';
export { transcribe } from './http';
export { recordMeeting } from './meeting';
export { connectPeer } from './peer';
