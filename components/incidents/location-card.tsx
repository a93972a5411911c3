import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { classes, toneClass } from '@/components/ui/tone';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import type { LocationMap } from '@/lib/incidents/record/types';
import styles from './location-card.module.css';

type LocationCardProps = { map: LocationMap; tone: string; precision: string; locale: Locale };

/** Where a record is, drawn no more exactly than it is known. */
export function LocationCard({ map, tone, precision, locale }: LocationCardProps) {
  const words = recordMessages[locale].record;
  const marked = map.units.filter(({ mark }) => mark === 'here');
  return (
    <Card
      title={words.location}
      subtitle={map.name}
      actions={
        <ButtonLink size="small" href={`/?place=${encodeURIComponent(map.placeId)}`}>
          {words.filterPlace}
        </ButtonLink>
      }
      footerStart={words.locationNote(precision)}
    >
      <svg
        className={classes(styles.map, toneClass(tone))}
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="img"
        aria-label={map.name}
      >
        {map.units.map((unit) => (
          <path
            key={unit.code}
            d={unit.d}
            className={classes(
              styles.unit,
              unit.mark === 'here' && styles.here,
              unit.mark === 'area' && styles.area,
            )}
          >
            <title>{unit.name}</title>
          </path>
        ))}
        {marked.map((unit) => (
          <text
            key={unit.code}
            x={unit.labelX}
            y={unit.labelY}
            className={classes(styles.label, styles.marked)}
          >
            {unit.name}
          </text>
        ))}
      </svg>
    </Card>
  );
}
