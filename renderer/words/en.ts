import type { Words } from './words.ts';

/** English. */
export const en: Words = {
  ownName: 'English',
  dates: 'en-GB',
  direction: 'ltr',
  moment: 'Just a moment, please.',
  when: { today: (time) => `at ${time}`, otherDay: (dayAndTime) => `on ${dayAndTime}` },
  welcome: {
    sentence: 'Welcome',
    more: 'Please check in when you arrive, and check out when you leave.',
    demo: 'Codes to try',
    demoMore: 'This is a demonstration. Nobody here is real.',
  },
  idle: { name: 'From the house', pause: 'Pause', play: 'Play' },
  offline: {
    canCheckIn: 'Working without the server. You can still check in.',
    askReception: 'Working without the server. Reception will gladly check you in.',
    leaving: 'Working without the server.',
  },
  scan: {
    checkIn: { sentence: 'Please show the code from your invitation' },
    checkOut: { sentence: 'Please show the code on your badge' },
    hint: 'Hold it in front of the camera, inside the frame.',
    advice: {
      closer: 'A little closer, please.',
      further: 'A little further away, please.',
      hold: 'Please hold it still.',
      brighter: 'Please turn your screen brighter, or turn it a little.',
    },
    slow: 'Try a little closer, and hold it still. You can also type the code.',
    foreign: 'This is not a visit code. Yours is in your invitation or on your badge.',
    seen: 'Thank you.',
    viewfinder: 'Camera picture',
    starting: 'The camera is starting.',
    noCamera: 'The camera cannot be used right now. Please type the code instead.',
  },
  type: {
    checkIn: { sentence: 'Please type your code', more: 'It has six letters or digits and is in your invitation.' },
    checkOut: { sentence: 'Please type your code', more: 'It has six letters or digits and is on your badge.' },
    field: 'Registration code',
    keyboard: 'Keyboard',
    delete: 'Delete',
    empty: 'Please type your code first.',
    shape: 'A code has six letters or digits. Please check it.',
  },
  lookingUp: 'One moment, we are looking up your visit',
  confirm: {
    sentence: (name) => ['Are you ', name, '?'],
    company: 'Company',
    host: 'Your host',
    when: 'When',
    where: 'Where',
    services: 'Would you like anything from reception?',
  },
  recording: { checkIn: 'One moment, we are checking you in', checkOut: 'One moment, we are checking you out' },
  checkedIn: {
    sentence: 'You are checked in',
    go: 'This is where to go:',
    noPlace: 'Please take a seat. Reception will gladly show you the way.',
    doorCode: 'Door code',
    noted: 'Noted for reception',
  },
  checkedOut: { sentence: 'You are checked out', more: 'Thank you for your visit. Have a safe trip.' },
  badge: {
    printing: 'Your badge is being printed.',
    take: 'Please take your badge.',
    sent: 'Your badge was sent to the printer. If it does not come out, please ask reception.',
    collect: 'Please collect your badge at reception.',
    shown: 'Your badge',
  },
  slip: {
    printing: 'Your slip is being printed.',
    take: 'Please take your slip.',
    sent: 'Your slip was sent to the printer. If it does not come out, please ask reception.',
    collect: 'Please ask reception for your slip.',
    shown: 'Your slip',
  },
  refused: {
    unknownCode: { sentence: "We don't know this code", more: 'Please check it, or ask reception.' },
    notACode: {
      sentence: 'This is not a visit code',
      more: 'Your code has six letters or digits. It is in your invitation, or on your badge.',
    },
    tooEarly: (when) => ({
      sentence: 'You are a little early',
      more: when
        ? `Your visit begins ${when}. Please check in then, or ask reception.`
        : 'Please come back later, or ask reception.',
    }),
    expired: (when) => ({
      sentence: 'This visit has ended',
      more: when ? `It ended ${when}. Reception will gladly help you.` : 'Reception will gladly help you.',
    }),
    otherBuilding: (building) => ({
      sentence: 'You are expected in another building',
      more: building ? `Please go to ${building}. Reception can show you the way.` : 'Reception can show you the way.',
    }),
    alreadyCheckedIn: (when, purpose) => ({
      sentence: 'You are already checked in',
      more: `${when ? `You checked in ${when}. ` : ''}${purpose === 'checkIn' ? 'If you are leaving, please check out.' : 'If this is not right, please ask reception.'}`,
    }),
    alreadyCheckedOut: (when) => ({
      sentence: 'You are already checked out',
      more: `${when ? `You checked out ${when}. ` : ''}If you are coming back, please ask reception.`,
    }),
    notCheckedIn: { sentence: 'You have not checked in yet', more: 'If you are just arriving, please check in.' },
    blocked: { sentence: 'Please see reception' },
    tooManyTries: {
      sentence: 'Please see reception',
      more: 'That was several codes that we do not know. Reception will gladly look for your visit. You can also try again in a few minutes.',
    },
    noAnswer: {
      sentence: "We can't look up visits right now",
      more: 'Please try again in a moment, or ask reception.',
    },
    notRecorded: (purpose) => ({
      sentence: purpose === 'checkIn' ? "We can't check you in right now" : "We can't check you out right now",
      more: 'Please try again in a moment, or ask reception.',
    }),
  },
  warning: {
    sentence: 'Are you still there?',
    seconds: (seconds) => `This screen closes in ${seconds} s.`,
    stay: "I'm still here",
  },
  action: {
    checkIn: 'Check in',
    checkOut: 'Check out',
    typeCode: 'Type the code',
    continue: 'Continue',
    confirm: "Yes, that's me",
    notMe: 'Not me',
    back: 'Back',
    done: 'Done',
    tryAgain: 'Try again',
  },
  row: {
    name: 'Language and display',
    language: 'Language',
    contrast: 'High contrast',
    dark: 'Dark',
    light: 'Light',
    larger: 'Larger text',
    normal: 'Normal text',
    lower: 'Lower controls',
    help: 'Help',
  },
  help: {
    sentence: 'How it works',
    lines: [
      'Touch what you came for, then show your code to the camera. It is in your invitation, and later on your badge.',
      'No code at hand, or the camera does not see it? You can type it.',
      'People at reception will gladly help you at any time.',
    ],
    close: 'Close',
  },
};
