import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { ExplorePage } from '@/lib/explore/open';
import type { Locale } from '@/lib/i18n/locale';

type PartProps = { page: ExplorePage; locale: Locale };

type NearFirstProps = PartProps & {
  /** The answer for parts out of sight: that of `page`, or for a moment the one before. */
  later: ExplorePage;
  /** A component that draws anew only when it is given something else. */
  Part: ComponentType<PartProps>;
  /** Whether it is in sight when the page opens. */
  atTop?: boolean;
  className?: string;
};

/** How near to the window a part counts as in sight. */
const nearness = '0px';

/** A part of the page that is drawn at once while it is in sight, and while it is not, after what is. */
export function NearFirst({ page, later, Part, atTop = false, className, locale }: NearFirstProps) {
  const [isNear, setNear] = useState(atTop);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? true), {
      rootMargin: nearness,
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} className={className}>
      <Part page={isNear ? page : later} locale={locale} />
    </div>
  );
}
