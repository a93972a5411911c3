/** The words of incidents over time in English: choices, notes, sentences, and what drawings say themselves. */
export const timeEn = {
  /** Series that are no value of the field. */
  all: 'Incidents',
  people: 'People',
  rest: (values: number) => `Other values (${values})`,
  outside: (area: string) => `Outside ${area}`,
  onlyArea: (area: string) => `Known only to ${area}`,
  titles: {
    count: 'Incidents over time',
    share: 'Shares of incidents over time',
    cumulative: 'Incidents over time, added up',
    participants: 'Participants over time',
    calendar: 'Incidents by day',
  },
  /** Fields as a sentence names them. */
  fields: {
    type: 'type',
    issue: 'issue',
    group: 'kind of participants',
    form: 'form',
    target: 'whom they addressed',
    response: 'response',
    order: 'order',
    office: 'issuing office',
    size: 'size',
    precision: 'date precision',
    directive: 'directive or none',
    status: 'status',
    dataset: 'data set',
    source: 'source',
    category: 'the source’s own category',
    place: 'place',
    destination: 'destination',
  },
  sentence: {
    nothing: 'No incident in this selection.',
    by: (grain: string, field: string | null) =>
      field === null ? `by ${grain}` : `by ${grain} and ${field}`,
    dots: (n: string, one: boolean) => (one ? '1 incident, drawn as a dot.' : `${n} incidents, each a dot.`),
    openDot: (one: boolean) => ` Click ${one ? 'it to open the' : 'one to open its'} record.`,
    selected: (span: string, rest: string) => `In the selected period (${span}): ${rest}`,
    counts: (n: string, one: boolean, by: string) => `${n} ${one ? 'incident' : 'incidents'} ${by}.`,
    withCoarse: (n: string) => `${n}, counting those dated more coarsely`,
    peak: (where: string, n: string, isDay: boolean) =>
      ` Most ${isDay ? 'on' : 'in'} ${where.replace(/^Week/, 'the week')} (${n}).`,
    trend: (rises: boolean, before: string, after: string) =>
      ` ${rises ? 'Rising' : 'Falling'}: ${before} in the first half of the span, ${after} in the second.`,
    shares: (n: string, by: string) => `Shares of ${n} incidents ${by}.`,
    largest: (label: string, percent: string) =>
      ` Over the whole span the largest is ${label}, ${percent} %.`,
    soFar: (n: string, by: string, end: string) => `${n} incidents up to ${end}, added up ${by}.`,
    half: (where: string) => ` Half of them began by ${where}.`,
    people: (range: string, n: string, by: string) => `People reported: ${range}, in ${n} incidents ${by}.`,
    coarsened: (asked: string, grain: string) => ` Too many buckets to draw by ${asked}; drawn by ${grain}.`,
    days: (n: string, one: boolean) => `${n} ${one ? 'incident' : 'incidents'} dated to the day.`,
    free: (free: string, days: string) => ` None on ${free} of ${days} days.`,
  },
  notes: {
    coarse: (n: string, one: boolean, grain: string) =>
      `${n} ${one ? 'is' : 'are'} dated more coarsely than the ${grain} and counted where the date begins.`,
    several: (n: string) =>
      `An incident may stand under several values; totals count each of the ${n} incidents once.`,
    /** How incidents that have several of the other values are counted. */
    rest: {
      once: '“Other values” counts an incident once, however many of them it has.',
      each: 'Under “Other values” an incident counts once for each of them that it has.',
      'left-out':
        'Other values are left out: an incident would count once for each of them that it has, which is no share.',
    },
    severalShares: 'Shares may add up to more than 100 %, so they are not stacked.',
    noSplit: 'Shares need a field to split by; the chart shows counts.',
    lowCount: (n: string, one: boolean, grain: string) =>
      `${n} ${grain}${one ? '' : 's'} with fewer than 10 incidents ${one ? 'is' : 'are'} marked with a ring: shares of so few say little.`,
    mean: (n: string, grain: string) =>
      `The mean line averages each ${grain} and those before it, ${n} in all, where all are covered in full.`,
    noMeanGrouped: 'There are no mean lines among bars of more than three values that stand side by side.',
    noMean: 'There is no mean line for what is added up or shown as a range.',
    people:
      'People are a range: from the sum of lower bounds to the sum of upper bounds of what sources report.',
    peopleOpen: (n: string, one: boolean) =>
      `${n} ${one ? 'incident has' : 'incidents have'} no upper bound: an arrow marks ranges that are open upwards.`,
    peopleUnknown: (n: string, one: boolean) =>
      `${n} ${one ? 'incident does' : 'incidents do'} not report a size and ${one ? 'is' : 'are'} in no range.`,
    peopleWhole:
      'Each range is of all values together: ranges can’t be stacked, and many would hide one another.',
    lane: (n: string, one: boolean) =>
      `${n} ${one ? 'directive' : 'directives'} under the axis, by the day of issue.`,
    laneUndated: (n: string, one: boolean) => `${n} ${one ? 'is' : 'are'} undated.`,
    laneOutside: (n: string, one: boolean) => `${n} ${one ? 'was' : 'were'} issued outside the days shown.`,
    window: (n: string, all: string, grain: string, hasMargin: boolean) =>
      `${n} of ${all} began in the selected period. Only it is drawn${hasMargin ? `, with some ${grain}s beside it, faded` : ''}: of the whole there would be too many ${grain}s.`,
    periods: (names: string) =>
      `Dotted lines and short strokes stand for reference periods, within each year in this order: ${names}.`,
    noLaneHere: 'Directives are not drawn under panels.',
    noLane: 'No directive about these incidents is known.',
    /** What the view asks for and a calendar does not show. */
    calendarPlain: (show: 'share' | 'cumulative' | 'participants' | null, field: string | null) =>
      `The calendar shows numbers of incidents${show ? `, not ${{ share: 'shares', cumulative: 'what is added up', participants: 'participants' }[show]}` : ''}${field ? `${show ? ', and' : ','} not split by ${field}` : ''}.`,
    calendarCoarse: (n: string, one: boolean) =>
      `${n} ${one ? 'incident is' : 'incidents are'} left out, dated more coarsely than the day.`,
    calendarEarlier: (n: string, year: string) => `${n} from before ${year} are not drawn.`,
  },
  controls: {
    draw: 'How it is drawn',
    draws: {
      stacked: 'Stacked',
      grouped: 'Side by side',
      lines: 'Lines',
      multiples: 'Panels',
      calendar: 'Calendar',
    },
    options: 'Options',
    optionsOf: 'Options of the chart over time',
    split: 'Split by',
    none: 'Nothing',
    show: 'Show',
    shows: {
      count: 'Incidents',
      share: 'Shares',
      cumulative: 'Added up',
      participants: 'Participants',
    },
    mean: 'Mean line',
    meanOff: 'Off',
    meanOf: (n: number, grain: string) => `${n} ${grain}s`,
    lane: 'Directives under the axis',
    on: 'On',
    off: 'Off',
  },
  /** What drawings say, on screen and in images. */
  drawing: {
    total: 'all incidents, each once',
    lowCount: 'fewer than 10 incidents',
    mean: (n: number, grain: string) => `mean of ${n} ${grain}s`,
    open: 'no upper bound',
    ownScale: (label: string) => `${label}, on a scale of its own`,
    burst: 'burst',
    /** What the past makes likely in a bucket: "expected 4.1, limit 9.8". */
    limit: (expected: string, upper: string) => `expected ${expected}, limit ${upper}`,
    judged: (n: string) => `${n} judged`,
    lane: 'Directives',
    laneMark: (where: string, count: string, one: boolean) =>
      `${where}: ${count} ${one ? 'directive' : 'directives'}`,
    laneCoarse: (n: string) => `${n} of them dated more coarsely`,
    laneMore: (n: string) => `and ${n} more`,
    ofTotal: (percent: string, count: string) => `${percent} (${count})`,
    soFar: (n: string) => `${n} so far`,
    range: {
      notReported: 'size not reported',
      between: (min: string, max: string) => `${min}–${max} people`,
      exactly: (n: string) => `${n} people`,
      atLeast: (n: string) => `${n} people or more`,
      atMost: (n: string) => `at most ${n} people`,
    },
    unknownSize: (n: string) => `${n} of unknown size`,
    perDay: 'Incidents a day',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    yearTotal: (year: number, n: string, one: boolean) => `${year}: ${n} ${one ? 'incident' : 'incidents'}`,
    day: (date: string, n: string, one: boolean) => `${date}: ${n} ${one ? 'incident' : 'incidents'}`,
    noData: (date: string) => `${date}: no data`,
  },
  /** What only the screen says. */
  screen: {
    from: 'Beginning of the selected period',
    to: 'End of the selected period',
    calendarKeys:
      'Arrow keys walk through the days, Page Up and Page Down through the years; Enter opens the records.',
    lane: 'Directives by day of issue',
    minimum: 'Lower bounds',
    maximum: 'Upper bounds',
    openUpwards: 'Without upper bound',
    noUpper: 'open',
    judged: 'Judged',
    expected: 'Expected',
    limit: 'Limit',
    unknownSize: 'Size unknown',
    incidents: 'Incidents',
    directives: 'Directives',
    date: 'Date',
    soFar: 'added up',
  },
};
