import axios from 'axios';
import { correlationHeaders } from '../livekit/correlation';

export const streamingApi = axios.create({
  baseURL: process.env.REACT_APP_TOKEN_API_URL,
  timeout: 10_000,
  withCredentials: true,
});

streamingApi.interceptors.request.use((config) => {
  Object.assign(config.headers, correlationHeaders());
  config.headers['X-Request-Id'] = crypto.randomUUID();
  return config;
});
