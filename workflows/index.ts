export { incident } from './incident';
export { sweep } from './sweep';
