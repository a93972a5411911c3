import { ReportedBar } from '@/components/charts/reported-bar';
import { Card } from '@/components/ui/card';
import { typeColor } from '@/lib/charts/palette';
import { type Reported, reportedLabel } from '@/lib/explore/figures';
import type { ExplorePage } from '@/lib/explore/open';
import { formatNumber, type Locale } from '@/lib/i18n/locale';
import { exploreMessages } from '@/lib/i18n/messages/explore';

/** How much of what a source reports can be read record by record. */
export function ReportedCard(props: { page: ExplorePage; reported: Reported; locale: Locale }) {
  const { page, reported, locale } = props;
  const t = exploreMessages[locale].reported;
  const source = `/sources/${reported.total.sourceRef}`;
  return (
    <Card title={t.title} subtitle={t.subtitle}>
      <ReportedBar
        parts={reported.parts.map((figure) => ({
          label: `${reportedLabel(figure, locale)} ${formatNumber(figure.value, locale)}`,
          value: figure.value,
          color: typeColor(figure.metric.slice('incidents:'.length)),
          href: source,
        }))}
        described={{
          label: t.described(formatNumber(page.described, locale)),
          value: page.described,
          href: '#records',
        }}
        total={reported.total.value}
      />
    </Card>
  );
}
