import { css } from '@emotion/css';
import { type PanelProps, renderTextPanelMarkdown, textUtil } from '@grafana/data';
import { definePanel } from '../frame/define.tsx';
import { withLocalImages } from './local-images.ts';

interface TextOptions {
  readonly mode: 'markdown' | 'html' | 'code';
  readonly content: string;
}

const styles = {
  text: css({ height: '100%', overflow: 'auto' }),
  code: css({ height: '100%', margin: 0, overflow: 'auto' }),
};

function Draw({ options, replaceVariables }: PanelProps<TextOptions>) {
  const content = replaceVariables(options.content, {}, options.mode === 'code' ? 'code' : 'html');
  if (options.mode === 'code') return <pre className={styles.code}>{content}</pre>;
  // Both ways lead through Grafana's sanitizer: no scripts, no handlers, no addresses that run code.
  const html = options.mode === 'html' ? textUtil.sanitizeTextPanelContent(content) : renderTextPanelMarkdown(content);
  return <div className={`markdown-html ${styles.text}`} dangerouslySetInnerHTML={{ __html: withLocalImages(html) }} />;
}

/** Markdown, HTML or code, sanitised. */
export const text = definePanel<TextOptions>({ Draw, options: { mode: 'markdown', content: '' }, needsData: false });
