/** Why an agreement figure has no value; each stands alone in a table or under a figure's name. */
export const REASONS = {
  oneCoder: 'There is only one coder; agreement needs two.',
  nothingShared: 'No unit has a value from two coders.',
  oneCategory: 'Only one value was used, so nothing tells agreement from chance.',
  moreThanTwo:
    'It is defined for two coders and there are more; light is the mean over pairs, fleiss takes all.',
  pairWithout: 'For at least one pair of coders it is not defined.',
  tooManyEmptyDraws:
    'In more than one bootstrap draw in twenty the figure is not defined, so no interval is given.',
  noDistance: 'All values lie at the same place of the scale, so nothing tells agreement from chance.',
  negativeRatio: 'A ratio scale has no values below zero.',
  noPassage: 'No coder marked any passage.',
  noGap: 'All coders marked the whole text with one code, so nothing tells agreement from chance.',
  nothingMarkedTwice: 'No place was marked by two coders.',
  oneCode: 'What two coders marked bears only one code, so nothing tells agreement from chance.',
} as const;
