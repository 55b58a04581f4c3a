/** What the globe needs to fly, in one file that it fetches. */
export { planFlight } from './camera/flight';
export { namesInFlight } from './drawing/names-in-flight';
