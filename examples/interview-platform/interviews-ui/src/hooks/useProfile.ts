import { useEffect, useState } from 'react';

export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export function useProfile(token: string): Profile | undefined {
  const [profile, setProfile] = useState<Profile>();
  useEffect(() => {
    const abort = new AbortController();
    fetch('/api/users/profiles/me', { headers: { Authorization: `Bearer ${token}` }, signal: abort.signal })
      .then((response) => (response.ok ? response.json() : undefined))
      .then(setProfile)
      .catch(() => undefined);
    return () => abort.abort();
  }, [token]);
  return profile;
}
