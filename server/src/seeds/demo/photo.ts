// Pictures of broken things, drawn here: nobody's photo has to be shipped.
import sharp from 'sharp'

const SIZE = 900

/** A kettle with a crack; `hue` makes it another one. */
const drawing = (
  hue: number,
) => `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}">
  <rect width="100%" height="100%" fill="hsl(${hue} 25% 92%)"/>
  <ellipse cx="450" cy="760" rx="270" ry="34" fill="#0002"/>
  <path d="M270 740 L310 320 Q450 240 590 320 L630 740 Z" fill="hsl(${hue} 30% 98%)" stroke="#555" stroke-width="8"/>
  <path d="M600 380 Q740 400 720 540 Q710 640 615 650" fill="none" stroke="#555" stroke-width="26"/>
  <path d="M315 340 L240 390 L300 430" fill="hsl(${hue} 30% 88%)" stroke="#555" stroke-width="8"/>
  <rect x="380" y="220" width="140" height="40" rx="20" fill="#444"/>
  <path d="M430 380 L470 460 L430 520 L490 600 L450 690" fill="none" stroke="#b3261e" stroke-width="10"/>
</svg>`

export const demoPhoto = (hue: number): Promise<Buffer> =>
  sharp(Buffer.from(drawing(hue)))
    .png()
    .toBuffer()
