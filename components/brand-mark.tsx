/** Earshot's own mark: an ear, and the sound that reaches it. */
export function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg class="icon brand-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--mark-ground, #0b6b62)" />
      <g fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">
        <path d="M9.2 14.6a6.6 6.6 0 0 1 13.2 0c0 4.2-4 4.9-4 8.2a3.5 3.5 0 0 1-6.6 1.6" />
        <path d="M12.7 14.6a3.1 3.1 0 0 1 6.2 0c0 2.3-2.7 2.6-2.7 4.9" />
      </g>
      <circle cx="25" cy="7.5" r="2.5" fill="#8ff0e0" />
    </svg>
  );
}
