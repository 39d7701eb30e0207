'use client';

import { use, useEffect, useRef } from 'react';
import { feedbackPdf } from '../../../src/lib/environment';

const roomUrl = process.env.NEXT_PUBLIC_ROOM_URL!;

export default function InterviewPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = use(params);
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    const send = () => frame.current?.contentWindow?.postMessage({ type: 'session', sessionId: id }, roomUrl);
    const element = frame.current;
    element?.addEventListener('load', send);
    return () => element?.removeEventListener('load', send);
  }, [id]);

  return (
    <main>
      <iframe ref={frame} src={`${roomUrl}/?sessionId=${id}`} allow="camera; microphone" title="Interview" />
      {feedbackPdf ? <a href={`/interview/${id}/feedback.pdf`}>Feedback as PDF</a> : <p>Coming soon</p>}
    </main>
  );
}
