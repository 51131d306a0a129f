/** How much of a whole is done, as a bar. The words beside it say the same, so it is hidden from screen readers. */
export function Bar({ done, total }: { done: number; total: number }) {
  return (
    <span className="progress-track" aria-hidden="true">
      <svg
        width="100%"
        height="100%"
        preserveAspectRatio="none"
        viewBox={`0 0 ${Math.max(total, 1)} 1`}
        aria-hidden="true"
      >
        <rect className="progress-fill" width={done} height="1" />
      </svg>
    </span>
  );
}
