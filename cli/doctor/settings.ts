/** Checks of what is set, before anything is asked. Names of variables are told, never what is secret in them. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Configuration } from "../../provider/configuration";
import type { ConfigurationFailure } from "../../provider/source";
import { environmentName, settingName } from "../../provider/source";
import { tokenVariable } from "../portal/argument";
import { checkApiVersion } from "./apiVersion";
import { aSettingIsWrong, noToken } from "./failed";
import type { Facts } from "./facts";
import type { Result } from "./result";
import { notChecked, ok, problem } from "./result";

const invalid = ({ setting, problem: wrong }: ConfigurationFailure): Result => {
  const [says = wrong, ...mends] = wrong.split("; ");
  return problem(`${setting} ${says}`, mends.join("; ") || `correct ${setting}`);
};

export const checkSettings = ({ settings, variables }: Facts): Result =>
  E.isLeft(settings)
    ? invalid(settings.left)
    : ok(`read from ${variables === undefined ? "HUBSPOT_*" : `HUBSPOT_${variables}_*`}`);

/** A check of settings that can be read. */
const ofConfiguration =
  (check: (configuration: Configuration, facts: Facts) => Result) =>
  (facts: Facts): Result =>
    E.isLeft(facts.settings) ? notChecked(aSettingIsWrong) : check(facts.settings.right, facts);

export const checkCredentials = ofConfiguration(({ identity }, { variables }) => {
  if (O.isNone(identity))
    return problem(noToken, `set ${tokenVariable(variables)} to that of a service key or private app`);
  const { source, setting } = identity.value.origin;
  const name = settingName(source, setting);
  return ok(setting === "refreshToken" ? `OAuth, with the refresh token in ${name}` : `the token in ${name}`);
});

const noteOn = (baseUrl: string): string => {
  const { protocol, hostname } = new URL(baseUrl);
  if (hostname === "api.hubapi.com") return "";
  return protocol === "http:" || hostname === "localhost"
    ? ", on this machine: a sandbox, or a proxy"
    : ", which is not HubSpot's own: right for a proxy alone";
};

export const checkBaseUrl = ofConfiguration(({ identity }) =>
  O.isNone(identity) ? notChecked(noToken) : ok(`${identity.value.baseUrl}${noteOn(identity.value.baseUrl)}`),
);

export const checkVersion = ofConfiguration(({ apiVersion }, { today, variables }) =>
  checkApiVersion(apiVersion, today, variables),
);

export const checkCeiling = ofConfiguration(({ requestsPerTenSeconds }, { variables }) =>
  ok(
    requestsPerTenSeconds === Infinity
      ? "none of one's own; the portal's quota counts"
      : `${requestsPerTenSeconds} requests in 10 s, by ${environmentName("requestsPerTenSeconds", variables)}`,
  ),
);
