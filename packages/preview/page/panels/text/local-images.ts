/** Sources that are not asked for anywhere else: parts of the text itself, and files of this server. */
const LOCAL = /^(?:data:image\/|\/(?!\/))/;

/** Sanitised HTML whose images of other servers are links to them: the page asks nobody but its own server. */
export function withLocalImages(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const image of body.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    image.removeAttribute('srcset');
    if (LOCAL.test(source)) continue;
    const link = document.createElement('a');
    link.href = source;
    link.rel = 'noreferrer';
    link.textContent = `image: ${image.alt === '' ? source : image.alt}`;
    image.replaceWith(link);
  }
  return body.innerHTML;
}
