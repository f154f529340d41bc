/** Account details: which portal a token belongs to, and of what kind it is. */
import type { Handler } from "./call";

/** `GET /account-info/{version}/details`. */
export const readAccount: Handler = (_store, { portal }) => ({
  status: 200,
  body: {
    portalId: portal.portalId,
    accountType: portal.accountType,
    timeZone: "US/Eastern",
    companyCurrency: "USD",
    additionalCurrencies: [],
    utcOffset: "-05:00",
    utcOffsetMilliseconds: -18_000_000,
    uiDomain: "app.hubspot.com",
    dataHostingLocation: "na1",
  },
});
