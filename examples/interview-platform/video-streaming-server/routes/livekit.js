const { Router } = require('express');
const { AccessToken, RoomServiceClient } = require('livekit-server-sdk');

const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = process.env;
const rooms = new RoomServiceClient(LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET);
const router = Router();

router.post('/token', async (req, res) => {
  const { room, identity } = req.body;
  const token = new AccessToken(LIVEKIT_API_KEY, LIVEKIT_API_SECRET, { identity, ttl: '2h' });
  token.addGrant({ roomJoin: true, room });
  console.log(JSON.stringify({ event: 'token_minted', sessionId: req.get('X-Session-Id'), identity }));
  res.json({ token: await token.toJwt() });
});

router.post('/stop', async (req, res) => {
  await rooms.deleteRoom(req.body.sessionId);
  res.json({ stopped: true });
});

module.exports = router;
