/** The SDK, initialised: the only import of wx-server-sdk in the project. */
import cloud = require('wx-server-sdk');

// An object variable, because the SDK's types know neither the symbol for `env` nor `throwOnNotFound`.
const settings: object = {
  // Everything happens in the environment that the function is deployed to.
  env: cloud.DYNAMIC_CURRENT_ENV,
  // A document that is not there is an answer, not an error.
  throwOnNotFound: false,
};
cloud.init(settings);

export { cloud };
