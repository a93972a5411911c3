'use client';

import { useState } from 'react';
import { type ImageShape, imageShapes, shapeSizes } from '@/lib/charts/shapes';
import { chartAddress, type ImageScale, imageScales } from '@/lib/exports/formats';
import { formatNumber } from '@/lib/i18n/locale';
import { exportMessages } from '@/lib/i18n/messages/exports';
import { ButtonLink } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Choice } from './choice';
import styles from './export-dialog.module.css';
import type { ExportProps } from './types';

type ImagePanelProps = Pick<ExportProps, 'selection' | 'locale'> & {
  chart: NonNullable<ExportProps['chart']>;
};

/** The chart as an image: format, size and shape, with a preview that is the file itself. */
export function ImagePanel({ selection, locale, chart }: ImagePanelProps) {
  const t = exportMessages[locale].dialog.image;
  const [format, setFormat] = useState<'png' | 'svg'>('png');
  const [scale, setScale] = useState<ImageScale>(2);
  const [shape, setShape] = useState<ImageShape>('screen');
  const svg = chartAddress(chart.name, 'svg', selection, { lang: locale, shape });
  const file =
    format === 'svg' ? svg : chartAddress(chart.name, 'png', selection, { lang: locale, scale, shape });
  const [shown, setShown] = useState<{ svg: string; width: number; height: number } | null>(null);
  const size = shapeSizes[shape] ?? (shown?.svg === svg ? shown : null);
  const pixels = (value: number) => formatNumber(value * scale, locale);
  return (
    <div className={styles.columns}>
      <Preview
        key={svg}
        svg={svg}
        words={{ alt: t.preview(chart.title), failed: t.previewFailed }}
        onSize={setShown}
      />
      <div className={styles.choices}>
        <Choice
          legend={t.format}
          items={[
            { value: 'png', label: 'PNG' },
            { value: 'svg', label: 'SVG' },
          ]}
          value={format}
          onChange={setFormat}
        />
        <Choice
          legend={t.shape}
          items={imageShapes.map((value) => ({ value, label: t.shapes[value] }))}
          value={shape}
          onChange={setShape}
        />
        <Choice
          legend={t.size}
          items={imageScales.map((value) => ({
            value: String(value),
            label: t.sizes[value],
            disabled: format === 'svg',
          }))}
          value={String(scale)}
          onChange={(value) => setScale(imageScales.find((one) => String(one) === value) ?? 1)}
          hint={
            format === 'svg' ? t.svgScales : size ? t.sizeHint(pixels(size.width), pixels(size.height)) : '…'
          }
        />
        <div className={styles.actions}>
          <ButtonLink variant="primary" href={file} download="">
            {t.download(format.toUpperCase())}
          </ButtonLink>
          <CopyButton
            text={() => new URL(svg, window.location.href).href}
            label={t.copyLink}
            doneLabel={t.linkCopied}
            failedLabel={t.copyFailed}
            size="normal"
          />
        </div>
      </div>
    </div>
  );
}

type PreviewProps = {
  svg: string;
  words: { alt: string; failed: string };
  onSize: (size: { svg: string; width: number; height: number }) => void;
};

/** The image as it will be. The room for it is there before it comes. */
function Preview({ svg, words, onSize }: PreviewProps) {
  const [failed, setFailed] = useState(false);
  return (
    <div className={styles.preview}>
      {failed ? (
        <p className="muted">{words.failed}</p>
      ) : (
        // biome-ignore lint/performance/noImgElement: a drawing of ours, which needs no optimising
        <img
          src={svg}
          alt={words.alt}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
            onSize({ svg, width, height })
          }
          onError={() => setFailed(true)}
        />
      )}
    </div>
  );
}
