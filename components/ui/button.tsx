import Link from 'next/link';
import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classes } from './tone';

type Look = {
  variant?: 'default' | 'primary' | 'quiet';
  size?: 'normal' | 'small';
};

/** The class of a button, for elements that must look like one. */
export function buttonClass({ variant = 'default', size = 'normal' }: Look, className?: string): string {
  return classes(
    styles.button,
    variant === 'primary' && styles.primary,
    variant === 'quiet' && styles.quiet,
    size === 'small' && styles.small,
    className,
  );
}

/** Does something on this page. `type` is `button` unless said otherwise. */
export function Button({
  variant,
  size,
  className,
  type = 'button',
  ...rest
}: Look & ComponentProps<'button'>) {
  return <button type={type} className={buttonClass({ variant, size }, className)} {...rest} />;
}

type ButtonLinkProps = Look & ComponentProps<'a'> & { href: string };

/** Goes somewhere. A file (`download`) or another site is a plain link; a page of ours is fetched only on click. */
export function ButtonLink({ variant, size, className, href, ...rest }: ButtonLinkProps) {
  const look = buttonClass({ variant, size }, className);
  const plain = rest.download !== undefined || !href.startsWith('/');
  return plain ? (
    <a href={href} className={look} {...rest} />
  ) : (
    <Link href={href} prefetch={false} className={look} {...rest} />
  );
}
