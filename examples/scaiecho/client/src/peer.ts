import { post, type Connection } from './http';

export async function connectPeer(connection: Connection, microphone: MediaStream): Promise<RTCPeerConnection> {
  const { session_id } = await post<{ session_id: string }>(connection, '/sessions', '');
  const peer = new RTCPeerConnection();
  for (const track of microphone.getTracks()) peer.addTrack(track, microphone);
  const offer = await peer.createOffer();
  await peer.setLocalDescription(offer);
  const { sdp } = await post<{ sdp: string }>(
    connection,
    `/sessions/${session_id}/offer`,
    JSON.stringify({ sdp: offer.sdp }),
    'application/json',
  );
  await peer.setRemoteDescription({ type: 'answer', sdp });
  return peer;
}
