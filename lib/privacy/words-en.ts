const list = (words: string) => words.trim().split(/\s+/);

const persons = new Set(
  list(`man men woman women boy boys girl girls person people student students teacher teachers worker workers
  villager villagers farmer farmers petitioner petitioners resident residents driver drivers doctor nurse lawyer
  activist activists protester protesters mother father son daughter wife husband brother sister child children
  veteran veterans owner owners citizen netizen blogger user shopkeeper trader vendor investor investors patient
  pupil guard officer official boss contractor employee migrant migrants widow widower neighbour neighbor friend
  youth teenager elder suspect victim victims witness individual someone somebody lady gentleman male female miner
  monk nun pastor priest imam he she who`),
);

/** Whether a word before "named" says that a person is named. */
export const isPerson = (word: string): boolean => persons.has(word);

const things = new Set(
  list(`place places village villages town towns township city cities county counties district districts province
  prefecture region area street road river mountain hill island lake bay port company companies firm firms group
  groups factory factories plant plants mill mine project projects estate estates building buildings compound mall
  market school schools university college hospital hospitals bank platform platforms website site app apps software
  newspaper magazine film book song operation campaign programme program plan law policy movement organisation
  organization party church mosque temple club association union committee network channel account accounts game
  ship boat brand product event incident typhoon storm virus disease dog cat so hamlet square park bridge community
  dataset file field column variable`),
);

/** Whether a word before "named" or "called" says that a thing is named; `so` is that of "so-called". */
export const isThing = (word: string): boolean => things.has(word);

/** Words with a capital that are in no name of a person: offices, bodies, places, kinds of things. */
export const notNameWords: ReadonlySet<string> = new Set(
  list(`the a an in on at by for of and party secretary mayor deputy vice director minister governor chief president
  premier chairman chairwoman head best top city county district province prefecture township town village villages
  street road avenue square park river lake mountain island bay port plaza mall market estate garden gardens company
  co corporation corp group ltd limited inc factory plant mill mine bank school university college hospital institute
  court bureau office ministry department committee commission congress council government authority police army
  force union association church mosque temple operation project campaign plan programme program law act person
  people's peoples national state central north south east west northern southern eastern western beijing shanghai
  guangdong zhanjiang china chinese hong kong macau taiwan tibet xinjiang january february march april may june july
  august september october november december monday tuesday wednesday thursday friday saturday sunday new old great
  wechat weibo tencent alibaba evergrande internet online centre center hall house tower news daily times post radio
  free asia award prize workers teachers students petition strike protest example sample placeholder`),
);
