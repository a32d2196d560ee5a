import type { Severity } from "../../shared/team/team.ts";

/** Frequencies in hertz, one after the other: two notes that fall, more of them where it is worse. */
const tones: Readonly<Record<Severity, readonly number[]>> = {
  critical: [880, 660, 880, 660, 880, 660],
  major: [880, 660, 880, 660],
  minor: [660, 520],
  info: [520],
};

/** Seconds. */
const note = 0.16;
const fade = 0.02;
const loudness = 0.25;

let context: AudioContext | undefined;

/** Sounds the alarm of a severity. False where the browser keeps the page silent until somebody clicks. */
export async function soundAlarm(severity: Severity): Promise<boolean> {
  context ??= new AudioContext();
  if (context.state !== "running" && !(await isResumed(context))) return false;
  const audio = context;
  tones[severity].forEach((frequency, index) => play(audio, frequency, audio.currentTime + index * note));
  return true;
}

/** A browser that wants a click first leaves `resume` unanswered for as long as there is none. Milliseconds. */
const patience = 250;

const isResumed = (audio: AudioContext): Promise<boolean> =>
  Promise.race([
    audio.resume().then(() => audio.state === "running"),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience)),
  ]);

function play(audio: AudioContext, frequency: number, at: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = frequency;
  // Without the ramps each note begins and ends with a click.
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + fade);
  gain.gain.setValueAtTime(loudness, at + note - fade);
  gain.gain.linearRampToValueAtTime(0, at + note);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + note);
}
