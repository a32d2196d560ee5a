import { createHttp } from "../../electron/node/http/http.ts";
import { timeOf } from "./measure.ts";
import { openPolledApp } from "./polled-app.ts";
import { serveSteps } from "./stepper.ts";

/* A whole poll of the Alertmanager that is named in the arguments: asked, read, decided, and the screen told. */

const app = openPolledApp(createHttp(), process.argv[2] ?? "");

serveSteps(() => timeOf(() => app.poll()));
