import { useEffect, useRef, useState } from 'react';

/** Falls back to the orb when the avatar cannot be drawn; the rest of the room goes on. */
export function AvatarLayer({ room }) {
  const canvas = useRef(null);
  const [lost, setLost] = useState(false);

  useEffect(() => {
    const element = canvas.current;
    const onLost = (event) => {
      event.preventDefault();
      setLost(true);
    };
    element.addEventListener('webglcontextlost', onLost);
    return () => element.removeEventListener('webglcontextlost', onLost);
  }, [room]);

  return lost ? <div className="orb" /> : <canvas ref={canvas} />;
}
