'use client';

import { useEffect, useRef } from 'react';

/** On paper: the address of the page, as it is when it is printed. */
export function PrintedFrom({ label }: { label: string }) {
  const address = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = () => {
      if (address.current) address.current.textContent = decodeAddress(window.location.href);
    };
    write();
    window.addEventListener('beforeprint', write);
    return () => window.removeEventListener('beforeprint', write);
  }, []);
  return (
    <p className="wrap print-only print-address">
      {label} <span ref={address} />
    </p>
  );
}

/** Chinese letters as letters, so that a reader can type them. */
function decodeAddress(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
