import { useLanguage, useWords } from '../ui/language.tsx';
import type { MenuItem } from '../ui/menu.tsx';
import { useSource } from '../ui/use-source.ts';
import { TEXT_SIZES, type Theme } from './preferences.ts';
import { useServices } from './services.ts';

/** Appearance and language, in every menu at the top right. */
export const usePreferenceGroups = (): readonly {
  readonly title: string;
  readonly items: readonly MenuItem[];
}[] => {
  const { preferences } = useServices();
  const { common } = useWords();
  const { theme, size, contrast } = useSource(preferences);
  const language = useLanguage();
  const look = (value: Theme, label: string): MenuItem => ({
    label,
    checked: theme === value,
    run: () => preferences.change({ theme: value }),
  });
  return [
    {
      title: common.menu.theme,
      items: [
        look('light', common.menu.light),
        look('dark', common.menu.dark),
        look('system', common.menu.system),
      ],
    },
    {
      title: common.menu.size,
      items: TEXT_SIZES.map((value) => ({
        label: common.menu.sizes[value],
        checked: size === value,
        run: () => preferences.change({ size: value }),
      })),
    },
    {
      title: common.menu.contrast,
      items: (['system', 'more'] as const).map((value) => ({
        label: common.menu.contrasts[value],
        checked: contrast === value,
        run: () => preferences.change({ contrast: value }),
      })),
    },
    {
      title: common.menu.language,
      items: [
        {
          label: common.menu.swedish,
          checked: language === 'sv',
          run: () => preferences.change({ language: 'sv' }),
        },
        {
          label: common.menu.english,
          checked: language === 'en',
          run: () => preferences.change({ language: 'en' }),
        },
      ],
    },
  ];
};
