// The command cannot be done as it was given; the message is for the person at the terminal.
export class Refused extends Error {}
