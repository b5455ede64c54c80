/** Sources that are not asked for anywhere else: parts of the text itself, and files of this server. */
const LOCAL = /^(?:data:image\/|\/(?!\/))/;

function linkTo(address: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.rel = 'noreferrer';
  link.textContent = text;
  return link;
}

/** Sanitised HTML whose images and pages of other servers are links to them: the page asks nobody but its own server. */
export function withLocalImages(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const image of body.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    image.removeAttribute('srcset');
    if (LOCAL.test(source)) continue;
    image.replaceWith(linkTo(source, `image: ${image.alt === '' ? source : image.alt}`));
  }
  for (const frame of body.querySelectorAll('iframe')) {
    const source = frame.getAttribute('src') ?? '';
    frame.replaceWith(linkTo(source, `page: ${frame.title === '' ? source : frame.title}`));
  }
  return body.innerHTML;
}
